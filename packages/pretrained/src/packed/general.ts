import { packModel } from './packModel.js';

/** The files of `general`, read from `models/general`. The build replaces this module with one that contains them. */
export default await packModel('general');
