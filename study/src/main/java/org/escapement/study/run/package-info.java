/** Execution of studies in blocks over all cores, committed one by one. */
package org.escapement.study.run;
