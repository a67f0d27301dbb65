import { describeEveryMetric } from './metricProperties.js';

describeEveryMetric(1000);
