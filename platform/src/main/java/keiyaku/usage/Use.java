package keiyaku.usage;

import java.math.BigDecimal;
import java.time.Instant;
import java.time.LocalDate;
import java.time.YearMonth;
import keiyaku.shared.AccountId;
import keiyaku.shared.ContractId;

/** An event that was taken: of which contract, and on which day of its zone. */
record Use(
        AccountId account,
        String id,
        ContractId contract,
        String meter,
        LocalDate day,
        Instant at,
        BigDecimal quantity) {

    YearMonth month() {
        return YearMonth.from(day);
    }
}
