import { describeEveryMetric } from './metricProperties.js';

describeEveryMetric(50);
