/** Questions about the master equation at finite N. */
package org.escapement.study.question.exact;
