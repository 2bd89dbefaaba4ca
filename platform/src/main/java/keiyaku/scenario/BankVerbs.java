package keiyaku.scenario;

import java.math.BigInteger;
import java.util.Arrays;
import java.util.HashMap;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import keiyaku.catalog.Catalogs;
import keiyaku.payment.AccountType;
import keiyaku.payment.BankAccount;
import keiyaku.payment.ContractWays;
import keiyaku.payment.Deposits;
import keiyaku.payment.MethodKind;
import keiyaku.payment.PaymentMethod;
import keiyaku.payment.PaymentMethod.Mandate;
import keiyaku.payment.PaymentMethod.VirtualAccount;
import keiyaku.payment.PaymentMethods;
import keiyaku.payment.Transfer;
import keiyaku.payment.Transfers;
import keiyaku.scenario.World.Citizen;
import keiyaku.scenario.World.NamedContract;
import keiyaku.shared.AccountId;
import keiyaku.shared.Money;
import org.springframework.context.annotation.Bean;
import org.springframework.context.annotation.Configuration;

/** The verbs of direct debit and deposits (P-1, P-7, P-8). */
@Configuration(proxyBeanMethods = false)
class BankVerbs {

    private static final String OPERATOR = "scenario";
    private static final String NOBODYS = "0000000000";

    /** By the last digit of the account's number the sandbox's bank decides. */
    private static final Map<String, Integer> CONFIRMS =
            Map.of("at-once", 1, "later", 7, "refused", 6);

    private static final Map<String, String> RESULTS =
            Stream.of(
                            "collected",
                            "insufficient-funds",
                            "no-such-account",
                            "stopped-by-payer",
                            "no-mandate",
                            "stopped-by-us",
                            "other")
                    .collect(Collectors.toMap(r -> r, r -> r));

    private static final Map<String, String> FORMATS =
            Map.of("zengin", "zengin", "camt.054", "camt.054");

    private static final Map<String, String> FILES =
            Stream.of("debit-result", "debit-status", "deposit-notice")
                    .collect(Collectors.toMap(kind -> kind, kind -> kind));

    private static final Map<String, MethodKind> WAYS =
            Arrays.stream(MethodKind.values()).collect(Collectors.toMap(MethodKind::code, k -> k));

    private final PaymentMethods methods;
    private final Deposits deposits;
    private final Transfers transfers;
    private final ContractWays ways;
    private final Outside outside;
    private final Catalogs catalogs;

    BankVerbs(
            PaymentMethods methods,
            Deposits deposits,
            Transfers transfers,
            ContractWays ways,
            Outside outside,
            Catalogs catalogs) {
        this.transfers = transfers;
        this.ways = ways;
        this.catalogs = catalogs;
        this.methods = methods;
        this.deposits = deposits;
        this.outside = outside;
    }

    @Bean
    Verb registerDirectDebit() {
        return new MethodVerb(
                "register-direct-debit",
                Set.of("member", "confirm"),
                "the member lets us debit its bank account",
                this::registerDirectDebit);
    }

    @Bean
    Verb debitWill() {
        return new MethodVerb(
                "debit-will",
                Set.of("member", "answer", "times"),
                "how the bank answers the next debits",
                this::debitWill);
    }

    @Bean
    Verb approveBusiness() {
        return new MethodVerb(
                "approve-business",
                Set.of("member"),
                "an operator lets a foreign business pay by deposits",
                (world, step) -> methods.approve(account(world, step), OPERATOR));
    }

    @Bean
    Verb useDeposit() {
        return new MethodVerb(
                "use-deposit",
                Set.of("member"),
                "the member changes to deposits into an account of its own",
                (world, step) -> methods.useDeposit(account(world, step)));
    }

    @Bean
    Verb deposit() {
        return new MethodVerb(
                "deposit",
                Set.of("member", "amount", "reference", "number"),
                "the member transfers money; the same reference is the same transfer",
                this::deposit);
    }

    @Bean
    Verb payBy() {
        return new MethodVerb(
                "pay-by",
                Set.of("contract", "pay"),
                "the contract's invoices are paid by card, wallet or transfer from now on",
                (world, step) -> {
                    var contract = world.contract(step);
                    ways.choose(
                            contract.owner().account(),
                            contract.id(),
                            step.node().child("pay").oneOf(WAYS));
                });
    }

    @Bean
    Verb assignDeposit() {
        return new MethodVerb(
                "assign-deposit",
                Set.of("member"),
                "an operator says that the oldest unknown deposit is the member's",
                this::assign);
    }

    @Bean
    Verb removeMethod() {
        return new MethodVerb(
                "remove-method",
                Set.of("member", "method"),
                "the member removes the method that pays, or its newest of a kind",
                this::remove);
    }

    @Bean
    Verb sendBack() {
        return new MethodVerb(
                "send-back-deposit",
                Set.of("member", "amount"),
                "an operator sends back money that is kept for the member",
                (world, step) -> deposits.sendBack(account(world, step), amount(step), OPERATOR));
    }

    @Bean
    Verb bankSpeaks() {
        return new MethodVerb(
                "bank-speaks",
                Set.of("deposits"),
                "the bank tells of transfers by zengin files or by camt.054",
                (world, step) ->
                        outside.atBank(
                                "/control/format",
                                Map.of(
                                        "deposits",
                                        step.node().child("deposits").oneOf(FORMATS),
                                        "currency",
                                        catalogs.current()
                                                .provider()
                                                .currency()
                                                .getCurrencyCode())));
    }

    @Bean
    Verb bankRepeats() {
        return new MethodVerb(
                "bank-repeats",
                Set.of("file"),
                "the bank sends its newest file of a kind once more",
                (world, step) -> {
                    var kind = step.node().child("file").oneOf(FILES);
                    outside.atBank("/control/outbox/" + kind + "/repeat", Map.of());
                    deposits.fetch();
                });
    }

    @Bean
    Verb bankRefusesFile() {
        return new MethodVerb(
                "bank-refuses-file",
                Set.of("code"),
                "the bank refuses the next request file whole (outside Japan), with a code of"
                        + " ISO 20022 such as AM10",
                (world, step) ->
                        outside.atBank("/control/refuse-next", Map.of("code", step.text("code"))));
    }

    @Bean
    Verb returnDebit() {
        return new MethodVerb(
                "return-debit",
                Set.of("member", "code"),
                "the payer's bank takes a collected debit back (outside Japan), with a code such"
                        + " as MD06",
                (world, step) -> {
                    outside.atBank(
                            "/control/accounts/" + debited(world, step) + "/give-back",
                            Map.of("code", step.text("code")));
                    deposits.fetch();
                });
    }

    private void registerDirectDebit(World world, Step step) {
        var citizen = world.citizen(step);
        if (methods.debitsByIban()) {
            var iban = iban(world.citizens().indexOf(citizen) + 1);
            methods.requestDebit(
                    citizen.account(), BankAccount.ofIban(iban, ""), citizen.person().id());
            return;
        }
        int last = step.node().optional("confirm").map(node -> node.oneOf(CONFIRMS)).orElse(1);
        int place = world.citizens().indexOf(citizen) + 1;
        var from =
                new BankAccount(
                        "9999",
                        "ｻﾝﾄﾞﾎﾞﾂｸｽ",
                        "123",
                        "ﾎﾝﾃﾝ",
                        AccountType.ORDINARY,
                        Integer.toString(1_000_000 + place * 10 + last));
        methods.requestDebit(
                citizen.account(), from, citizen.person().id().replaceAll("[^A-Za-z0-9]", " "));
    }

    private void remove(World world, Step step) {
        var account = account(world, step);
        var kind = step.node().optional("method").map(node -> node.oneOf(WAYS));
        var method =
                methods.of(account).stream()
                        .filter(m -> kind.isEmpty() || m.kind() == kind.get())
                        .findFirst()
                        .orElseThrow(() -> step.node().error("the member has no such method"));
        methods.remove(account, method.id());
    }

    private void assign(World world, Step step) {
        var unknown = deposits.unknown(1);
        if (unknown.isEmpty()) {
            throw step.node().error("there is no unknown deposit");
        }
        deposits.assign(unknown.getFirst().deposit().id(), account(world, step), OPERATOR);
    }

    private void debitWill(World world, Step step) {
        var answer = step.node().child("answer").oneOf(RESULTS);
        long times = step.number("times").orElse(1L);
        outside.atBank(
                "/control/accounts/" + debited(world, step) + "/will",
                Map.of("answer", answer, "times", times));
    }

    /** The account that is debited, as the sandbox's bank calls it. */
    private String debited(World world, Step step) {
        for (var method : methods.of(account(world, step))) {
            if (method.means() instanceof Mandate mandate) {
                var from = mandate.bankAccount();
                return from.isIban()
                        ? from.number()
                        : from.bankCode() + from.branchCode() + from.type().code() + from.number();
            }
        }
        throw step.node().error("the member has no direct debit");
    }

    /** A German one with right check digits (ISO 7064), another for each member. */
    private static String iban(int place) {
        var number = "99990001%010d".formatted(1_000_000 + place * 10 + 1);
        var turned = new BigInteger(number + "131400");
        int check = 98 - turned.mod(BigInteger.valueOf(97)).intValue();
        return "DE%02d%s".formatted(check, number);
    }

    private void deposit(World world, Step step) {
        var citizen = world.citizen(step);
        var body = new HashMap<String, Object>();
        body.put("number", step.optionalText("number").orElseGet(() -> number(citizen)));
        body.put("amount", amount(step).minor());
        body.put("payer", citizen.person().id());
        var transfer = transfer(world, citizen, step);
        transfer.ifPresent(t -> body.put("number", t.reference()));
        if (transfer.isEmpty()) {
            step.optionalText("reference").ifPresent(given -> body.put("reference", given));
        }
        outside.atBank("/control/deposits", body);
        deposits.fetch();
    }

    /**
     * The transfer that a reference names: its number, or the contract that it is for. A member
     * without an account of its own who names none means its latest.
     */
    private Optional<Transfer> transfer(World world, Citizen citizen, Step step) {
        if (step.node().has("number")) {
            return Optional.empty();
        }
        var all = transfers.of(citizen.account());
        var reference = step.optionalText("reference");
        if (reference.isEmpty()) {
            return number(citizen).equals(NOBODYS) ? all.stream().findFirst() : Optional.empty();
        }
        var contract =
                world.contracts().stream()
                        .filter(c -> c.as().equals(reference.get()))
                        .map(NamedContract::id)
                        .findFirst();
        return all.stream()
                .filter(
                        t ->
                                t.reference().equals(reference.get())
                                        || contract.filter(c -> c.equals(t.contract())).isPresent())
                .findFirst();
    }

    /** Where the member pays into; one that has no account of its own pays into nobody's. */
    private String number(Citizen citizen) {
        return methods.of(citizen.account()).stream()
                .map(PaymentMethod::means)
                .filter(VirtualAccount.class::isInstance)
                .map(VirtualAccount.class::cast)
                .findFirst()
                .map(VirtualAccount::number)
                .orElse(NOBODYS);
    }

    private Money amount(Step step) {
        var currency = catalogs.current().provider().currency().getCurrencyCode();
        return Money.of(step.node().child("amount").integer(1, 999_999_999), currency);
    }

    private static AccountId account(World world, Step step) {
        return world.citizen(step).account();
    }
}
