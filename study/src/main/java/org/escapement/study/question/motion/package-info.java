/** What the mean-field motion does: where it ends, where that changes, when it gets somewhere, how it responds. */
package org.escapement.study.question.motion;
