package keiyaku.payment;

import java.time.Instant;
import java.time.LocalDate;

/** On which day a bank account is debited, and when the bank is asked to. */
record DebitPlan(LocalDate on, Instant sendAt) {}
