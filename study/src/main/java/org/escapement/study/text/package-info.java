/** Pieces that study files, claims, questions and the command line write alike: quantities, measures, numbers. */
package org.escapement.study.text;
