/** What can be asked of any model, by the words of study files. */
package org.escapement.study.catalogue;
