/// The one action that the page is for.
AppButton {
    kind: AppButton.Kind.Primary
}
