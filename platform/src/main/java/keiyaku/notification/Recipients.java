package keiyaku.notification;

import java.util.Collection;
import java.util.Map;
import keiyaku.shared.AccountId;

/**
 * Where accounts are written to; answered by the module that keeps members. Asked when a message is
 * sent, not when it is written, so that it goes to the address that holds by then.
 */
public interface Recipients {

    /** E-mail addresses of accounts; those without one are missing from the answer. */
    Map<AccountId, Recipient> byMail(Collection<AccountId> accounts);

    /** Mobile numbers (E.164) of accounts; those without one are missing from the answer. */
    Map<AccountId, Recipient> bySms(Collection<AccountId> accounts);
}
