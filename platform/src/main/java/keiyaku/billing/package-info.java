/** Charges, invoices, tax, receivables and the ledger (B-1 to B-31). */
@NullMarked
@ApplicationModule(
        allowedDependencies = {
            "shared",
            "database",
            "run",
            "notification",
            "catalog",
            "member",
            "value"
        })
package keiyaku.billing;

import org.jspecify.annotations.NullMarked;
import org.springframework.modulith.ApplicationModule;
