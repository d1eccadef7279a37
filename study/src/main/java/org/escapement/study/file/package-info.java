/** Study files and the values they describe. */
package org.escapement.study.file;
