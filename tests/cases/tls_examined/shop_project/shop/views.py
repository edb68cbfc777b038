"""Django views: settings through django.conf are unknown."""
import requests
from django.conf import settings
from django.http import JsonResponse

from shop.services.payments import PaymentGateway

gateway = PaymentGateway()


def proxy(request, path):
    r = requests.get(settings.PAYMENT_URL + path, verify=settings.PAYMENT_VERIFY)
    requests.get(settings.PAYMENT_URL, verify=getattr(settings, "STOCK_VERIFY", False))  # PS101: 47
    requests.get(settings.PAYMENT_URL, verify=request.GET.get("verify"))
    return JsonResponse(r.json(), safe=False)


def refund(request, ref):
    gateway.session.get("/health", verify=False)  # PS101: 43
    return JsonResponse(gateway.refund(ref).json())
