import { packModel } from './packModel.js';

/** The files of `general-small`, read from `models/general-small`. The build replaces this module with one that contains them. */
export default await packModel('general-small');
