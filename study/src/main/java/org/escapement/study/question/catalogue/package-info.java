/** The list of everything that can be asked. */
package org.escapement.study.question.catalogue;
