package keiyaku.scenario;

import java.util.Set;
import keiyaku.member.Members;
import keiyaku.member.Organizations;
import org.springframework.context.annotation.Bean;
import org.springframework.context.annotation.Configuration;

/** The verbs of organizations besides forming one at once. */
@Configuration(proxyBeanMethods = false)
class OrganizationVerbs {

    private final Organizations organizations;
    private final Members members;

    OrganizationVerbs(Organizations organizations, Members members) {
        this.organizations = organizations;
        this.members = members;
    }

    @Bean
    Verb inviteMembers() {
        return new MethodVerb(
                "invite-members",
                Set.of("manager", "members"),
                "a managing account asks accounts to join its organization",
                (world, step) ->
                        world.members(step)
                                .forEach(
                                        m ->
                                                organizations.invite(
                                                        world.manager(step),
                                                        members.member(m).email())));
    }

    @Bean
    Verb acceptInvitation() {
        return new MethodVerb(
                "accept-invitation",
                Set.of("manager", "member"),
                "an account joins the organization that it was asked to join",
                (world, step) ->
                        organizations.accept(world.citizen(step).account(), world.manager(step)));
    }

    @Bean
    Verb leaveOrganization() {
        return new MethodVerb(
                "leave-organization",
                Set.of("member"),
                "an account leaves its organization",
                (world, step) -> organizations.leave(world.citizen(step).account()));
    }

    @Bean
    Verb payForMembers() {
        return new MethodVerb(
                "pay-for-members",
                Set.of("manager", "on"),
                "the managing account pays its members' invoices, or no longer",
                (world, step) -> organizations.pays(world.manager(step), step.node().bool("on")));
    }
}
