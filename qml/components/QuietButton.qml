/// An action that should not ask for attention.
AppButton {
    kind: AppButton.Kind.Quiet
}
