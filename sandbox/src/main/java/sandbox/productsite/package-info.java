/** A product site that opens, changes and closes workspaces as it is told. */
@NullMarked
package sandbox.productsite;

import org.jspecify.annotations.NullMarked;
