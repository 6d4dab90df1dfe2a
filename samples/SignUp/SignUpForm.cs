namespace SignUp;

public sealed record SignUpForm(string User, string Address);
