/** What components show: small records that pages fill and templates print. */
@NullMarked
package keiyaku.web.part;

import org.jspecify.annotations.NullMarked;
