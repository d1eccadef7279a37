/** The command line: parse, call, report. */
package org.escapement.app.cli;
