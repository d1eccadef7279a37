/**
 * Numbers as text: parsing, evaluation, differentiation and printing of ordinary (commuting) expressions. The same
 * syntax tree carries operator expressions until {@code org.escapement.model} gives its leaves an operator meaning.
 */
package org.escapement.expression;
