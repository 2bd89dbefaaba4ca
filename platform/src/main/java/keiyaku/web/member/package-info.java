/** Pages of sign-up, login and a member's own data; the login of the whole web (M-1 to M-14). */
@NullMarked
package keiyaku.web.member;

import org.jspecify.annotations.NullMarked;
