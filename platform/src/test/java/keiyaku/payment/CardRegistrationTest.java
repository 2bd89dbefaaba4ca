package keiyaku.payment;

import static keiyaku.payment.Cardholder.number;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.catchThrowableOfType;

import java.util.List;
import java.util.Objects;
import java.util.concurrent.Callable;
import java.util.concurrent.Executors;
import keiyaku.shared.AccountId;
import keiyaku.shared.RefusedException;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

/** Registration through the acquirer's form and 3-D Secure (P-2 to P-5). */
class CardRegistrationTest {

    private final PaymentWorld world = PaymentWorld.shared();

    @Test
    void theFirstCardIsTheDefaultAndKeepsItsAuthentication() {
        var account = world.domestic();
        assertThat(world.methods().canPay(account)).isFalse();
        var method = world.register(account, Cardholder.VISA);
        assertThat(world.methods().of(account)).containsExactly(method);
        assertThat(world.methods().canPay(account)).isTrue();
        assertThat(method.isDefault()).isTrue();
        assertThat(Objects.requireNonNull(method.card()).brand()).isEqualTo(CardBrand.VISA);
        assertThat(method.card().bin()).isEqualTo("400039");
        assertThat(Objects.requireNonNull(method.card()).last4()).hasSize(4);
        assertThat(Objects.requireNonNull(method.card()).issuerCountry()).isEqualTo("JP");
        assertThat(Objects.requireNonNull(method.card()).authentication().transStatus())
                .isEqualTo("Y");
        assertThat(Objects.requireNonNull(method.card()).authentication().eci()).isEqualTo("05");
        assertThat(Objects.requireNonNull(method.card()).authentication().dsTransId()).isNotEmpty();
        assertThat(Objects.requireNonNull(method.card()).authentication().enrolled()).isTrue();
    }

    @Test
    void aChallengeThatIsPassedRegisters() {
        var account = world.domestic();
        var form = world.begin(account);
        var challenged = world.cardholder.enter(form, number("400039", 16, 1));
        assertThat(refusal(account, form)).isEqualTo("three-ds-failed unfinished");
        world.cardholder.answer(challenged, "pass");
        var method = world.methods().completeCard(account, form.session());
        assertThat(Objects.requireNonNull(method.card()).authentication().transStatus())
                .isEqualTo("Y");
    }

    @ParameterizedTest
    @CsvSource({"fail, three-ds-failed failed", "cancel, three-ds-failed abandoned"})
    void aChallengeThatIsNotPassedRegistersNothing(String answer, String refusal) {
        var account = world.domestic();
        var form = world.begin(account);
        var challenged = world.cardholder.enter(form, number("400039", 16, 1));
        world.cardholder.answer(challenged, answer);
        assertThat(refusal(account, form)).isEqualTo(refusal);
        assertThat(world.methods().of(account)).isEmpty();
    }

    @ParameterizedTest
    @CsvSource({
        // member, bin, length, what happens; what is said
        "domestic, 400039, 16, 2, three-ds-failed rejected",
        "domestic, 400039, 16, 3, registered U",
        "domestic, 400039, 16, 4, three-ds-failed unavailable",
        "domestic, 400039, 16, 5, registered A",
        "domestic, 400039, 16, 9, card-refused refused",
        "domestic, 360039, 14, 3, registered U",
        "foreign,  400041, 16, 0, registered Y",
        "foreign,  353041, 16, 0, registered Y",
        "foreign,  374041, 15, 0, registered Y",
        "foreign,  222141, 16, 0, registered Y",
        "foreign,  400039, 16, 0, card-not-supported issued-here",
        "foreign,  400041, 16, 2, three-ds-failed rejected",
        "foreign,  400041, 16, 3, card-not-supported not-enrolled",
        "foreign,  360041, 14, 3, card-not-supported brand",
        "foreign,  601141, 16, 0, card-not-supported brand",
    })
    void eachOutcome(String member, String bin, int length, int fate, String said) {
        var account = member.equals("foreign") ? world.foreign() : world.domestic();
        var form = world.begin(account);
        world.cardholder.enter(form, number(bin, length, fate));
        assertThat(outcome(account, form)).isEqualTo(said);
    }

    @Test
    void aFormThatIsLeftRegistersNothing() {
        var account = world.domestic();
        var form = world.begin(account);
        world.cardholder.leave(form);
        assertThat(refusal(account, form)).isEqualTo("three-ds-failed abandoned");
    }

    @Test
    void completedTwiceIsOnce() throws Exception {
        var account = world.domestic();
        var form = world.begin(account);
        world.cardholder.enter(form, Cardholder.VISA);
        Callable<PaymentMethod> complete =
                () -> world.methods().completeCard(account, form.session());
        try (var threads = Executors.newVirtualThreadPerTaskExecutor()) {
            var done = threads.invokeAll(List.of(complete, complete, complete, complete));
            for (var each : done) {
                assertThat(each.get()).isEqualTo(complete.call());
            }
        }
        assertThat(world.methods().of(account)).hasSize(1);
    }

    @Test
    void aSessionBelongsToItsAccount() {
        var form = world.begin(world.domestic());
        world.cardholder.enter(form, Cardholder.VISA);
        assertThat(refusal(world.domestic(), form)).isEqualTo("card-session-unknown ");
    }

    @Test
    void anotherCardBecomesTheDefaultAndCanGiveWay() {
        var account = world.domestic();
        var first = world.register(account, Cardholder.VISA);
        var second = world.register(account, number("353039", 16, 0));
        assertThat(ids(account)).containsExactly(second.id(), first.id());
        assertThat(second.isDefault()).isTrue();
        world.methods().setDefault(account, first.id());
        assertThat(ids(account)).containsExactly(first.id(), second.id());
        world.methods().remove(account, first.id());
        assertThat(world.methods().of(account)).singleElement().matches(PaymentMethod::isDefault);
        world.methods().remove(account, second.id());
        assertThat(world.methods().canPay(account)).isFalse();
    }

    @Test
    void aReplacedCardIsRemovedAndTheNewOneTakesItsPlace() {
        var account = world.domestic();
        var first = world.register(account, Cardholder.VISA);
        var second = world.register(account, number("353039", 16, 0));
        var form = world.begin(account);
        world.cardholder.enter(form, number("520039", 16, 0));
        var third = world.methods().replaceCard(account, first.id(), form.session());
        assertThat(third.isDefault()).isFalse();
        assertThat(ids(account)).containsExactly(second.id(), third.id());
        assertThat(world.methods().replaceCard(account, first.id(), form.session()))
                .isEqualTo(third);
    }

    private List<MethodId> ids(AccountId account) {
        return world.methods().of(account).stream().map(PaymentMethod::id).toList();
    }

    private String outcome(AccountId account, CardForm form) {
        try {
            var method = world.methods().completeCard(account, form.session());
            return "registered "
                    + Objects.requireNonNull(method.card()).authentication().transStatus();
        } catch (RefusedException e) {
            return said(e);
        }
    }

    private String refusal(AccountId account, CardForm form) {
        return said(
                catchThrowableOfType(
                        RefusedException.class,
                        () -> world.methods().completeCard(account, form.session())));
    }

    private static String said(RefusedException e) {
        return e.refusal().code() + " " + e.refusal().facts().getOrDefault("reason", "");
    }
}
