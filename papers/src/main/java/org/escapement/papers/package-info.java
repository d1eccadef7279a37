/** The founding papers, written as a user would: models, studies with claims, and adapters for acceptance files. */
package org.escapement.papers;
