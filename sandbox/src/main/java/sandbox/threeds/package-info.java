/** The messages of EMV 3-D Secure 2.2.0 that pass between acquirer, directory and issuer. */
@NullMarked
package sandbox.threeds;

import org.jspecify.annotations.NullMarked;
