/** The REST API under /api/v1: the same doors as the pages, as JSON. */
@NullMarked
package keiyaku.web.api;

import org.jspecify.annotations.NullMarked;
