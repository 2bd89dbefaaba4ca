/** The card issuer: directory server, access control server and its challenge page. */
@NullMarked
package sandbox.issuer;

import org.jspecify.annotations.NullMarked;
