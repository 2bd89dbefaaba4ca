/** The acquirer: hosted card fields, 3-D Secure server, payments, webhooks. */
@NullMarked
package sandbox.acquirer;

import org.jspecify.annotations.NullMarked;
