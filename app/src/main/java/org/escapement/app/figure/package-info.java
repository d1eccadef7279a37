/** Figure sections of study files, turned into the values that are drawn; they select data and compute nothing. */
package org.escapement.app.figure;
