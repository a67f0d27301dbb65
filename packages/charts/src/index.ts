/**
 * Charts of metrics and of training. Each builder takes plain data and returns a `Chart`: a description in words, the
 * data as rows, `svg()` for an image, and `vega()` for a Vega-Lite specification.
 *
 * - Of predictions: `confusionMatrixChart`, `perClassChart`, `groupBarsChart`, `rocCurvesChart`, `reliabilityChart`
 * - Of values, such as valence and arousal: `planeChart`
 * - Of data: `classDistributionChart`, `spectrogramChart`
 * - Of training and models: `learningCurvesChart`, `featureWeightsChart`, `enrollmentChart`, `scatterChart`
 *
 * @packageDocumentation
 */
export { SerError } from '@ser/core';
export type { ChartErrorCode } from './errors.js';
export type { Chart, SvgOptions, TitleOption } from './chart/chart.js';
export type { ChartRow, VegaSpec } from './chart/vegaSpec.js';

export { confusionMatrixChart } from './confusionMatrix/confusionMatrixChart.js';
export type { ConfusionMatrixData } from './confusionMatrix/confusionMatrixModel.js';
export { perClassChart } from './perClass/perClassChart.js';
export type { PerClassData, PerClassMeasure, PerClassOptions } from './perClass/perClassModel.js';
export { groupBarsChart } from './groupBars/groupBarsChart.js';
export type { GroupBar, GroupBarsOptions } from './groupBars/groupBarsModel.js';
export { rocCurvesChart } from './rocCurves/rocCurvesChart.js';
export type { NamedRocCurve } from './rocCurves/rocCurvesModel.js';
export { reliabilityChart } from './reliability/reliabilityChart.js';
export type { ReliabilityOptions } from './reliability/reliabilityModel.js';

export { classDistributionChart } from './classDistribution/classDistributionChart.js';
export type {
  ClassCounts,
  ClassDistributionData,
  ClassDistributionOptions,
} from './classDistribution/classDistributionModel.js';
export { spectrogramChart } from './spectrogram/spectrogramChart.js';
export type { SpectrogramData } from './spectrogram/spectrogramModel.js';

export { learningCurvesChart } from './learningCurves/learningCurvesChart.js';
export type { LearningCurve, LearningCurvesOptions } from './learningCurves/learningCurvesModel.js';
export { featureWeightsChart } from './featureWeights/featureWeightsChart.js';
export type { FeatureWeightsData, FeatureWeightsOptions } from './featureWeights/featureWeightsModel.js';
export { enrollmentChart } from './enrollment/enrollmentChart.js';
export type { EnrollmentCurve, EnrollmentOptions, EnrollmentPoint } from './enrollment/enrollmentModel.js';
export { scatterChart } from './scatter/scatterChart.js';
export type { ScatterOptions, ScatterPoint } from './scatter/scatterModel.js';
export type { ScatterScale } from './scatter/scatterAxes.js';
export { planeChart } from './plane/planeChart.js';
export type { PlaneData, PlaneGroup, PlaneOptions, PlanePoint } from './plane/planeModel.js';
