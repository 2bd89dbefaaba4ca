package keiyaku.scenario;

import keiyaku.contract.Contracts;
import org.springframework.context.annotation.Bean;
import org.springframework.context.annotation.Configuration;

/** The verbs that act on contracts. */
@Configuration(proxyBeanMethods = false)
class ContractVerbs {

    @Bean
    Verb convert(Contracts contracts) {
        return new ContractVerb(Actions.CONVERT, contracts);
    }

    @Bean
    Verb setRenewal(Contracts contracts) {
        return new ContractVerb(Actions.SET_RENEWAL, contracts);
    }

    @Bean
    Verb upgrade(Contracts contracts) {
        return new ContractVerb(Actions.UPGRADE, contracts);
    }

    @Bean
    Verb cancel(Contracts contracts) {
        return new ContractVerb(Actions.CANCEL, contracts);
    }

    @Bean
    Verb withdraw(Contracts contracts) {
        return new ContractVerb(Actions.WITHDRAW, contracts);
    }

    @Bean
    Verb changeNext(Contracts contracts) {
        return new ContractVerb(Actions.CHANGE_NEXT, contracts);
    }

    @Bean
    Verb chooseWalletDay(Contracts contracts) {
        return new ContractVerb(Actions.CHOOSE_WALLET_DAY, contracts);
    }

    @Bean
    Verb resetPayment(Contracts contracts) {
        return new ContractVerb(Actions.RESET_PAYMENT, contracts);
    }

    @Bean
    Verb nameOption(Contracts contracts) {
        return new ContractVerb(Actions.NAME_OPTION, contracts);
    }

    @Bean
    Verb setOptionRenewal(Contracts contracts) {
        return new ContractVerb(Actions.SET_OPTION_RENEWAL, contracts);
    }
}
