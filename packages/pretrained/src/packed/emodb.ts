import { packModel } from './packModel.js';

/** The files of `emodb`, read from `models/emodb`. The build replaces this module with one that contains them. */
export default await packModel('emodb');
