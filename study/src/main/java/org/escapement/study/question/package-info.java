/** What studies and claims can ask at one parameter point beyond reading off one trajectory. */
package org.escapement.study.question;
