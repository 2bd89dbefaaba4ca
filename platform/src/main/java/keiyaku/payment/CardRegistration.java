package keiyaku.payment;

import java.time.Clock;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import keiyaku.payment.MethodStore.Kept;
import keiyaku.payment.PaymentMethod.Authentication;
import keiyaku.payment.PaymentMethod.Card;
import keiyaku.payment.PaymentMethods.KnownCard;
import keiyaku.payment.gateway.CardSession;
import keiyaku.shared.AccountId;
import keiyaku.shared.Ids;
import keiyaku.shared.Language;
import keiyaku.shared.MovableClock;
import keiyaku.shared.Refusal;
import keiyaku.shared.RefusedException;
import org.jspecify.annotations.Nullable;
import org.springframework.dao.DuplicateKeyException;
import org.springframework.stereotype.Component;
import org.springframework.transaction.support.TransactionOperations;

/** From the acquirer's form to a method; the acquirer is asked outside of transactions. */
@Component
class CardRegistration {

    private final MethodStore store;
    private final Eligibility eligibility;
    private final CardDesk desk;
    private final UnplannedInvoices unplanned;
    private final TransactionOperations transaction;
    private final Clock clock;

    CardRegistration(
            MethodStore store,
            Eligibility eligibility,
            CardDesk desk,
            UnplannedInvoices unplanned,
            TransactionOperations transaction,
            MovableClock clock) {
        this.store = store;
        this.eligibility = eligibility;
        this.desk = desk;
        this.unplanned = unplanned;
        this.transaction = transaction;
        this.clock = clock;
    }

    CardForm begin(AccountId account, Language language, String merchantOrigin) {
        eligibility.requireAllowed(account, MethodKind.CARD);
        var threeDS = eligibility.threeDSRequired(account);
        var opened = desk.open(account, language, merchantOrigin, threeDS);
        transaction.executeWithoutResult(
                status -> store.insertSession(account, opened.id(), clock.instant()));
        return new CardForm(opened.id(), opened.frameUrl());
    }

    PaymentMethod complete(AccountId account, String session, @Nullable MethodId replaced) {
        var known =
                store.session(account, session)
                        .orElseThrow(() -> refused(Refusal.of("card-session-unknown")));
        if (known.method() != null) {
            return method(account, new MethodId(known.method()));
        }
        eligibility.requireAllowed(account, MethodKind.CARD);
        var said = desk.read(session);
        eligibility.refusal(account, said).ifPresent(CardRegistration::refuse);
        var token = Objects.requireNonNull(said.token(), "a completed session has a token");
        desk.verify(said, token).ifPresent(CardRegistration::refuse);
        try {
            return register(account, said, token, replaced);
        } catch (DuplicateKeyException e) {
            // Another first card came at the same moment; now there is one to stand beside.
            return register(account, said, token, replaced);
        }
    }

    private PaymentMethod register(
            AccountId account, CardSession said, String token, @Nullable MethodId replaced) {
        var done =
                transaction.execute(
                        status -> {
                            var session = store.lockSession(account, said.id()).orElseThrow();
                            return session.method() == null
                                    ? insert(account, said, token, replaced)
                                    : method(account, new MethodId(session.method()));
                        });
        return Objects.requireNonNull(done);
    }

    /** Cards that the acquirer knows already, each the only one of its account. */
    void takeOver(List<KnownCard> cards) {
        var now = clock.instant();
        var kept = new ArrayList<Kept>(cards.size());
        for (var known : cards) {
            var id = new MethodId(Ids.next(clock));
            var first = new PaymentMethod(known.account(), id, known.card(), true, now);
            kept.add(new Kept(first, desk.gateway(), known.token()));
        }
        store.insert(kept);
    }

    private PaymentMethod insert(
            AccountId account, CardSession said, String token, @Nullable MethodId replaced) {
        var methods = store.lock(account);
        var old = replaced == null ? null : old(methods, replaced);
        var now = clock.instant();
        var id = new MethodId(Ids.next(clock));
        var fresh =
                new PaymentMethod(
                        account,
                        id,
                        card(
                                Objects.requireNonNull(said.card()),
                                authentication(Objects.requireNonNull(said.threeDS()))),
                        methods.isEmpty(),
                        now);
        store.insert(new Kept(fresh, desk.gateway(), token));
        if (old == null || old.isDefault()) {
            store.setDefault(account, id);
        }
        if (old != null) {
            store.remove(account, old.id(), now);
        }
        store.completeSession(account, said.id(), id);
        unplanned.collect(account, now);
        return method(account, id);
    }

    private static PaymentMethod old(Iterable<PaymentMethod> methods, MethodId id) {
        for (var method : methods) {
            if (method.id().equals(id)) {
                return method;
            }
        }
        throw refused(Refusal.of("method-unknown", Map.of("method", id.toString())));
    }

    private PaymentMethod method(AccountId account, MethodId id) {
        return store.find(account, id).orElseThrow();
    }

    private static Card card(CardSession.Card card, Authentication authentication) {
        return new Card(
                CardBrand.ofCode(card.brand()).orElseThrow(),
                card.bin(),
                card.last4(),
                card.expiry(),
                card.issuerCountry(),
                authentication);
    }

    private static Authentication authentication(CardSession.ThreeDS so) {
        return new Authentication(
                so.transStatus(),
                so.eci(),
                so.dsTransId(),
                so.threeDSServerTransId(),
                so.version(),
                so.enrolled());
    }

    private static void refuse(Refusal refusal) {
        throw refused(refusal);
    }

    private static RefusedException refused(Refusal refusal) {
        return new RefusedException(refusal);
    }
}
