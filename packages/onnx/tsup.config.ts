import { library } from '../../tsup.base';

export default library({ index: 'src/index.ts', graph: 'src/graph/index.ts' });
