/** Timings of what the program is used for, beside other ways to do the same work. */
package org.escapement.benchmarks;
