package keiyaku.provisioning;

/** How far a contract's product site is: tasks told and confirmed; dead when it was given up. */
public record ProvisioningState(long told, long confirmed, boolean dead) {

    static final ProvisioningState NOTHING = new ProvisioningState(0, 0, false);

    /** Whether the site has done all that it was told; true also when it was told nothing. */
    public boolean isConfirmed() {
        return told == confirmed;
    }
}
