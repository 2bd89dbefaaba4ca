/** The application: one package per module, used only downwards (see ARCHITECTURE.md). */
@NullMarked
package keiyaku;

import org.jspecify.annotations.NullMarked;
