/** The verbs of the command line; knows no rules, only doors. */
@NullMarked
package keiyaku.cli;

import org.jspecify.annotations.NullMarked;
