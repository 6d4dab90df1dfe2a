using Microsoft.CodeAnalysis;
using Microsoft.CodeAnalysis.Diagnostics;
using Microsoft.CodeAnalysis.Operations;
using Restate.Actors.Generators.Analyzers.Reading;
using Restate.Actors.Generators.Analyzers.Scope;
using Restate.Actors.Generators.Diagnostics;

namespace Restate.Actors.Generators.Analyzers.Determinism;

/// <summary>RSTA2009: constructs of the base library that leave the turn scheduler.</summary>
/// <remarks>It follows the table of constructs that the tests of the turn scheduler run.</remarks>
[DiagnosticAnalyzer(LanguageNames.CSharp)]
internal sealed class EscapingConstructAnalyzer() : DurableCodeAnalyzer(DeterminismRules.EscapingConstruct)
{
    private const int ContinueOnCapturedContext = 1;
    private const int ForceYielding = 4;
    private const int RunContinuationsAsynchronously = 64;

    private protected override void Register(DurableCodeContext context) => context.OnOperation(Analyze, OperationKind.Invocation);

    private static void Analyze(OperationAnalysisContext context)
    {
        var call = (IInvocationOperation)context.Operation;
        if (Remedy(call) is { } remedy)
        {
            context.ReportDiagnostic(Diagnostic.Create(DeterminismRules.EscapingConstruct, call.Syntax.GetLocation(), call.TargetMethod.Display(), remedy));
        }

        if (IsCombinator(call))
        {
            foreach (var element in call.Arguments.SelectMany(argument => argument.Value.Elements()).Append(call.Instance).OfType<IOperation>())
            {
                ReportElement(context, call, element);
            }
        }
    }

    private static string? Remedy(IInvocationOperation call)
    {
        var method = call.TargetMethod;
        return (method.ContainingType.Name, method.Name) switch
        {
            ("Task", "WhenEach") when IsTask(method) => "use Durable.WhenEach",
            ("ChannelReader", "ReadAllAsync") when IsIn(method, "System.Threading.Channels") => "use WaitToReadAsync and TryRead",
            ("SemaphoreSlim", "WaitAsync") when IsIn(method, "System.Threading") && !IsPlainWait(call) => "use WaitAsync() without token and time-out",
            ("CancellationTokenSource", "CancelAsync") when IsIn(method, "System.Threading") => "use Cancel()",
            ("Task", "ContinueWith") or ("TaskFactory", "StartNew" or "ContinueWhenAll" or "ContinueWhenAny") when IsOnDefaultScheduler(call) =>
                "leave TaskScheduler.Default away",
            ("Task" or "ValueTask", "ConfigureAwait") when IsTask(method) && IsForced(call) =>
                "add ConfigureAwaitOptions.ContinueOnCapturedContext",
            _ => null,
        };
    }

    private static void ReportElement(OperationAnalysisContext context, IInvocationOperation combinator, IOperation element)
    {
        var name = combinator.TargetMethod.Display();
        var source = element.Trace();
        var (what, remedy) = source switch
        {
            IPropertyReferenceOperation { Property: { Name: "Task", ContainingType.Name: "TaskCompletionSource" }, Instance: { } instance } when IsAsynchronous(instance) =>
                ($"{name} over a TaskCompletionSource with RunContinuationsAsynchronously", "create the source without that option"),
            IInvocationOperation { TargetMethod: { Name: "WaitAsync", ContainingType.Name: "SemaphoreSlim" } method } call when IsIn(method, "System.Threading") && IsPlainWait(call) =>
                ($"{name} over SemaphoreSlim.WaitAsync", "await it directly"),
            IInvocationOperation { TargetMethod.Name: "AsTask", Instance: { } instance } when IsChannelRead(instance) =>
                ($"{name} over ChannelReader.ReadAsync", "await it directly"),
            _ => (null, null),
        };
        if (what is not null)
        {
            context.ReportDiagnostic(Diagnostic.Create(DeterminismRules.EscapingConstruct, element.Syntax.GetLocation(), what, remedy));
        }
    }

    private static bool IsCombinator(IInvocationOperation call) =>
        call.TargetMethod.Name is "WhenAll" or "WhenAny" or "WaitAsync" && IsTask(call.TargetMethod);

    private static bool IsTask(IMethodSymbol method) => method.ContainingType.IsAwaitable();

    private static bool IsIn(IMethodSymbol method, string space) => method.ContainingNamespace.ToDisplayString() == space;

    private static bool IsPlainWait(IInvocationOperation call) =>
        call.Arguments.All(argument => argument.Value.Unwrap() is IDefaultValueOperation or IPropertyReferenceOperation { Property: { Name: "None", ContainingType.Name: "CancellationToken" } });

    private static bool IsOnDefaultScheduler(IInvocationOperation call) =>
        call.Arguments.Any(argument => argument.Value.Unwrap() is IPropertyReferenceOperation { Property: { Name: "Default", ContainingType.Name: "TaskScheduler" } });

    private static bool IsForced(IInvocationOperation call) =>
        call.Arguments.Length == 1
        && call.Arguments[0].Value.ConstantValue is { HasValue: true, Value: int options }
        && (options & ForceYielding) != 0
        && (options & ContinueOnCapturedContext) == 0;

    private static bool IsAsynchronous(IOperation source) =>
        source.Trace() is IObjectCreationOperation creation
        && creation.Arguments.Any(argument => argument.Value.ConstantValue is { HasValue: true, Value: int options } && (options & RunContinuationsAsynchronously) != 0);

    private static bool IsChannelRead(IOperation operation) =>
        operation.Trace() is IInvocationOperation { TargetMethod: { Name: "ReadAsync" or "WaitToReadAsync", ContainingType.Name: "ChannelReader" } };
}
