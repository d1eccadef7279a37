/** Questions about Gaussian fluctuations around the mean field. */
package org.escapement.study.question.gaussian;
