/** The inbox: receives mail by SMTP and SMS by HTTP, and shows both. */
@NullMarked
package sandbox.inbox;

import org.jspecify.annotations.NullMarked;
