package keiyaku.payment;

import keiyaku.shared.AccountId;

/** Who an account's member is, as far as the table of methods asks. */
interface Registrants {

    Registrant of(AccountId account, boolean autoDebit);
}
