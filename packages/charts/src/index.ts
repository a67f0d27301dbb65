export { confusionMatrixSvg, type ConfusionMatrixSvgOptions } from './confusionMatrixSvg.js';
export { learningCurvesSvg, type LearningCurvesSvgOptions } from './learningCurvesSvg.js';
export type { Curve } from './drawing/curvePlot.js';
export { perClassSvg, type PerClassSvgOptions } from './perClassSvg.js';
export { groupBarsSvg, type GroupBar, type GroupBarsSvgOptions } from './groupBarsSvg.js';
export {
  classDistributionSvg,
  type ClassCounts,
  type ClassDistributionSvgOptions,
} from './classDistributionSvg.js';
export { rocCurvesSvg, type NamedRocCurve, type RocCurvesSvgOptions } from './rocCurvesSvg.js';
export { reliabilityDiagramSvg, type ReliabilityDiagramSvgOptions } from './reliabilityDiagramSvg.js';
export {
  enrolmentCurveSvg,
  type EnrolmentCurve,
  type EnrolmentCurveSvgOptions,
  type EnrolmentPoint,
} from './enrolmentCurveSvg.js';
export { featureWeightsSvg, type FeatureWeightsSvgOptions } from './featureWeightsSvg.js';
export { spectrogramSvg, type SpectrogramSvgOptions } from './spectrogramSvg.js';

export { confusionMatrixVega } from './confusionMatrixVega.js';
export { learningCurvesVega } from './learningCurvesVega.js';
export { perClassVega } from './perClassVega.js';
export { groupBarsVega } from './groupBarsVega.js';
export { classDistributionVega } from './classDistributionVega.js';
export { rocCurvesVega } from './rocCurvesVega.js';
export { reliabilityDiagramVega } from './reliabilityDiagramVega.js';
export { enrolmentCurveVega } from './enrolmentCurveVega.js';
export { featureWeightsVega } from './featureWeightsVega.js';
export { spectrogramVega } from './spectrogramVega.js';
export type { VegaRow, VegaSpec } from './vegaSpec.js';
