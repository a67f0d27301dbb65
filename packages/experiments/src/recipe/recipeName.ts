import { z } from 'zod';

/** The name of a recipe or of a member; it becomes part of file names. */
export const recipeName = z
  .string()
  .regex(/^[a-z0-9]+(-[a-z0-9]+)*$/, 'use lowercase words joined by hyphens');
