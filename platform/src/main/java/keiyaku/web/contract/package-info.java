/** The console: products, application, contracts and what is done with them (C-2 to C-14). */
@NullMarked
package keiyaku.web.contract;

import org.jspecify.annotations.NullMarked;
